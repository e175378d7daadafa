package courant.cli;

import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// picocli's help with the labels of values in the person's language; its own labels are fixed in the annotations.
final class LocalisedHelp extends Help {
    private final Labels labels;

    LocalisedHelp(CommandSpec command, ColorScheme colours, Messages messages) {
        super(command, colours);
        this.labels = new Labels(messages);
    }

    @Override
    public IParamLabelRenderer parameterLabelRenderer() {
        IParamLabelRenderer original = super.parameterLabelRenderer();
        return new IParamLabelRenderer() {
            @Override
            public Ansi.Text renderParameterLabel(ArgSpec argument, Ansi ansi, List<Ansi.IStyle> styles) {
                String label = labels.of(argument);
                if (label.isEmpty()) {
                    return original.renderParameterLabel(argument, ansi, styles);
                }
                String before = argument.isOption() ? " " : "";
                return ansi.new Text(before + label, colorScheme());
            }

            @Override
            public String separator() {
                return original.separator();
            }
        };
    }
}
