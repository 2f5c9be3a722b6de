package vermeer.ui.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import vermeer.ui.preference.UserFolders;

/**
 * Writes the log to {@code vermeer.log} in the user's folder for logs, 2 MB and one older file at most, and nothing to the
 * console. Found by Logback as a service; a {@code logback-test.xml} or a file named on the command line goes before it.
 */
@ConfiguratorRank(ConfiguratorRank.FALLBACK + 5)
public final class LogFile extends ContextAwareBase implements Configurator {
    private static final FileSize LARGEST = FileSize.valueOf("2MB");

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        Path log = UserFolders.here().logs().resolve(LogViewModel.NAME);
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        context.getLogger("vermeer").setLevel(Level.INFO);
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setFile(log.toString());
        file.setEncoder(encoder(context));
        FixedWindowRollingPolicy older = new FixedWindowRollingPolicy();
        older.setContext(context);
        older.setParent(file);
        older.setFileNamePattern(log.resolveSibling("vermeer.%i.log").toString());
        older.setMinIndex(1);
        older.setMaxIndex(1);
        older.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(LARGEST);
        size.start();
        file.setRollingPolicy(older);
        file.setTriggeringPolicy(size);
        file.start();
        root.addAppender(file);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static PatternLayoutEncoder encoder(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{ISO8601} %-5level [%thread] %logger{24} - %msg%n");
        encoder.start();
        return encoder;
    }
}
