/**
 * Measures the program beside a plain loop and beside other rule engines, after their findings were
 * compared.
 */
@NullMarked
package vn.doichieu.bench;

import org.jspecify.annotations.NullMarked;
