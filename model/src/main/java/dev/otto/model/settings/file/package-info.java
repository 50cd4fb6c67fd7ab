/// The two files of settings, `otto.yaml` of a project and `config.yaml` of a user: every key that
/// there is, and what one of the files says.
@NullMarked
package dev.otto.model.settings.file;

import org.jspecify.annotations.NullMarked;
