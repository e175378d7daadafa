package courant.cli;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The commands that exist. One is listed here on the day the room it calls can do its work, not before.
final class Commands {
    private Commands() {}

    static SequencedMap<String, Task> all() {
        SequencedMap<String, Task> commands = new LinkedHashMap<>();
        commands.put("demo", new ServeCommand(true, new WebStarting()));
        commands.put("serve", new ServeCommand(false, new WebStarting()));
        commands.put("ingest", new IngestCommand(new InventoryReading()));
        commands.put("plan", new PlanCommand(new FleetPlanning()));
        commands.put("directory import", new DirectoryImportCommand(new DirectoryImporting()));
        commands.put("backup", new BackupCommand());
        commands.put("restore", new RestoreCommand());
        commands.put("audit verify", new AuditVerifyCommand());
        commands.put("demonstration remove", new DemonstrationRemoveCommand());
        commands.put("doctor", new LauncherCommand("doctor"));
        commands.put("test", new LauncherCommand("test"));
        return commands;
    }
}
