/**
 * Explanations: which parts of a picture a target owes its value to. One record a method; its components are its
 * settings; {@link vermeer.attribution.AttributionMethods} lists them.
 */
package vermeer.attribution;
