package vermeer.session;

import java.util.List;
import java.util.Optional;
import vermeer.report.Judgement;
import vermeer.trust.Randomisation;

/**
 * What was measured of one map, with all that the map depends on, so that it is never shown for another.
 *
 * @param map the question that the map answers, asked of one picture of the session
 * @param checksum of the picture's pixels, as they were
 * @param network what the network's answers depended on: its file, its profile and what computed
 * @param judgements what measures said, in the order in which they were asked
 * @param randomisation what the randomisation test found, where it was made
 */
public record Finding(
        Explanation map,
        long checksum,
        String network,
        List<Judgement> judgements,
        Optional<Randomisation.Verdict> randomisation) {

    /** @throws IllegalArgumentException where it is of no single picture; the message is a clause */
    public Finding {
        judgements = List.copyOf(judgements);
        if (map.picture().isEmpty()) {
            throw new IllegalArgumentException("something was measured of no picture");
        }
    }

    /** The same of the picture of this index. */
    public Finding ofPicture(int index) {
        return new Finding(map.ofPicture(index), checksum, network, judgements, randomisation);
    }
}
