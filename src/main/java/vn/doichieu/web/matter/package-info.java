/** What questions about findings and waivers of them share: how they are listed and named. */
@NullMarked
package vn.doichieu.web.matter;

import org.jspecify.annotations.NullMarked;
