package dev.otto.activities.agent.scripted.play;

/// What a path of the worktree becomes by a step; making it so twice is the same as once.
record FileChange(String path, FileState state) {}
