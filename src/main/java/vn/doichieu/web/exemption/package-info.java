/**
 * Waivers: asked for by one account, decided by another, and ended when they are to count no more.
 */
@NullMarked
package vn.doichieu.web.exemption;

import org.jspecify.annotations.NullMarked;
