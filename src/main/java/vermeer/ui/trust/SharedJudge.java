package vermeer.ui.trust;

import vermeer.report.Judge;
import vermeer.ui.investigation.Network;

/** One judge a network, so that whoever judges reads the controls only once. To be used from the compute lane alone. */
final class SharedJudge {
    private String key = "";
    private Judge judge;

    Judge of(Network network) {
        if (!network.key().equals(key)) {
            key = network.key();
            judge = new Judge(network.model());
        }
        return judge;
    }
}
