/// JSON as Otto reads and writes it: strict for what people and agents write, lenient for what Otto
/// wrote.
@NullMarked
package dev.otto.model.json;

import org.jspecify.annotations.NullMarked;
