package vermeer.data.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import vermeer.data.balance.Balance;

/** What is done about unequal classes and mistakes as JSON text, in the form of the decisions' file. */
public final class BalanceText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BalanceText() {}

    public static String write(Balance balance) {
        return ChoicesJson.balance(balance).toString();
    }

    /** @throws IllegalArgumentException where it is none; the message is a clause */
    public static Balance read(String text) {
        try {
            return ChoicesJson.balance(JSON.readTree(text));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("it is no JSON", broken);
        }
    }
}
