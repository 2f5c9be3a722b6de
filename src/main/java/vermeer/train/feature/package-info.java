/** The values at a cut, computed once for every picture by the inference engine and cached on disk. */
package vermeer.train.feature;
