package vermeer.cli;

import java.util.ArrayList;
import vermeer.attack.Attack;
import vermeer.attack.Attacks;

/** The names of all attacks, for help texts. */
final class AttackNames extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    AttackNames() {
        super(Attacks.all().stream().map(Attack::name).toList());
    }
}
