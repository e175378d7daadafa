package courant.cli;

import java.util.MissingResourceException;
import java.util.ResourceBundle;
import picocli.CommandLine.Model.ArgSpec;

/// What stands for a value in a help text (FILE, DIR …), in the person's language.
///
/// @param messages whose bundle of help texts has `label.FILE` and the like
record Labels(Messages messages) {
    String of(ArgSpec argument) {
        if (argument.arity().max() == 0) {
            return "";
        }
        ResourceBundle help = messages.help();
        try {
            return help.getString("label." + argument.paramLabel());
        } catch (MissingResourceException sameInEveryLanguage) {
            return argument.paramLabel();
        }
    }
}
