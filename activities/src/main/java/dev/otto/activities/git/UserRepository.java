package dev.otto.activities.git;

import java.nio.file.Path;

/// A repository of the user, by the checkout of it that was named.
///
/// @param top the top level folder of the checkout's files
/// @param gitDirectory the checkout's own git directory; that of a linked worktree is its own too
/// @param commonDirectory where branches and objects are
public record UserRepository(
    Path top, Path gitDirectory, Path commonDirectory, ObjectFormat format, boolean shallow) {}
