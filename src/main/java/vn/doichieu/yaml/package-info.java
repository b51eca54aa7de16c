/** Reads YAML files as plain maps, lists and words, and constructs nothing from them. */
@NullMarked
package vn.doichieu.yaml;

import org.jspecify.annotations.NullMarked;
