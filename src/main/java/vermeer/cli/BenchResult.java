package vermeer.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;

/** What a suite measured, for people and for programs. */
interface BenchResult {

    void print(PrintWriter out);

    ObjectNode json();
}
