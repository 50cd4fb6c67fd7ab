/// The document of the api, as it lies in the jar. It is made in the tests of this package.
@NullMarked
package dev.otto.api.document;

import org.jspecify.annotations.NullMarked;
