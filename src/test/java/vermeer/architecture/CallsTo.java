package vermeer.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;

/** Calls of any overload of a method. */
final class CallsTo extends DescribedPredicate<JavaMethodCall> {
    private final String owner;
    private final String method;

    CallsTo(String owner, String method) {
        super("calls " + owner + "." + method);
        this.owner = owner;
        this.method = method;
    }

    @Override
    public boolean test(JavaMethodCall call) {
        return call.getTargetOwner().getName().equals(owner)
                && call.getTarget().getName().equals(method);
    }
}
