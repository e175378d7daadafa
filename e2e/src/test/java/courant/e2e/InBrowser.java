package courant.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A class of tests that drive a browser on the running site; set aside, in words, on a machine without Chromium.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnSite
@ExtendWith(InBrowser.WhereChromiumIs.class)
@interface InBrowser {
    final class WhereChromiumIs implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.find().isPresent()) {
                return ConditionEvaluationResult.enabled("Chromium is here");
            }
            String reason = "no Chromium on this machine, hence no " + context.getDisplayName()
                    + "; ./courant doctor says how to install it";
            System.out.println("SKIPPED: " + reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
