/**
 * Can a map be believed? Measures of maps, controls to compare them with, and the test whether a method looks at the model at
 * all. One record a measure; {@link vermeer.trust.TrustMeasures} lists them.
 */
package vermeer.trust;
