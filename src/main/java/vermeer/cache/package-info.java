/** One capped folder on disk for what can be computed again: converted graphs, maps, features. Depends on {@code file} only. */
package vermeer.cache;
