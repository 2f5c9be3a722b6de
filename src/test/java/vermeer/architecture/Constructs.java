package vermeer.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaConstructorCall;

/** Constructions of a class itself. */
final class Constructs extends DescribedPredicate<JavaConstructorCall> {
    private final String owner;

    Constructs(String owner) {
        super("constructs " + owner);
        this.owner = owner;
    }

    @Override
    public boolean test(JavaConstructorCall call) {
        return call.getTargetOwner().getName().equals(owner);
    }
}
