/**
 * Where a network is cut for training: what stays frozen, what is trained, and the new head; the graphs of the parts and of
 * the whole joined again.
 *
 * <p>Words: the <em>backbone</em> is the network without its own classifier, up to one vector of <em>features</em> a picture; a
 * <em>cut</em> is one value of it that every path from the input passes; the <em>tail</em> leads from the cut to the features;
 * the <em>head</em> is the new dense layer on them.
 */
package vermeer.train.cut;
