/**
 * What units submitted: a data folder read into units, figures and waivers, each with its place.
 */
@NullMarked
package vn.doichieu.submission;

import org.jspecify.annotations.NullMarked;
