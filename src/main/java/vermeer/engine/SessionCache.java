package vermeer.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vermeer.graph.Graph;

/** Which sessions are loaded: the most recently used ones, within bounds of number and of weight. */
final class SessionCache {
    private final int limit;
    private final long byteLimit;
    private final Map<Session, Long> loaded = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param limit the largest number of loaded sessions
     * @param byteLimit the largest sum of the sizes of their constants; one session is always allowed
     */
    SessionCache(int limit, long byteLimit) {
        this.limit = limit;
        this.byteLimit = byteLimit;
    }

    /** Notes a use and returns the sessions that have to make room. */
    synchronized List<Session> used(Session session) {
        loaded.computeIfAbsent(session, added -> weight(added.graph()));
        long bytes = loaded.values().stream().mapToLong(Long::longValue).sum();
        List<Session> leaving = new ArrayList<>();
        Iterator<Map.Entry<Session, Long>> oldest = loaded.entrySet().iterator();
        while (loaded.size() > 1 && (loaded.size() > limit || bytes > byteLimit)) {
            Map.Entry<Session, Long> entry = oldest.next();
            bytes -= entry.getValue();
            leaving.add(entry.getKey());
            oldest.remove();
        }
        return leaving;
    }

    synchronized void forget(Session session) {
        loaded.remove(session);
    }

    private static long weight(Graph graph) {
        return graph.constants().values().stream()
                .mapToLong(constant -> constant.bytes().remaining())
                .sum();
    }
}
