/// The document of the api: how it is made of resources, types and words, and that it is true.
@NullMarked
package dev.otto.api.document;

import org.jspecify.annotations.NullMarked;
