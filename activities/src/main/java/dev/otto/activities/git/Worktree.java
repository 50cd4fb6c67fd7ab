package dev.otto.activities.git;

import dev.otto.model.CommitId;
import dev.otto.model.TreeId;
import java.nio.file.Path;

/// A folder with the files of a run's group, where somebody works who is not trusted. Otto believes
/// nothing in it: it keeps the index, knows the start, and names its own git directory.
///
/// @param files the folder
/// @param from the commit whose files it was laid out with
/// @param tree the tree of that commit
public record Worktree(WorktreeName name, Path files, CommitId from, TreeId tree) {}
