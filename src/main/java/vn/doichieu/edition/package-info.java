/** The files of one edition of the leaders' list, in every format that is asked for. */
@NullMarked
package vn.doichieu.edition;

import org.jspecify.annotations.NullMarked;
