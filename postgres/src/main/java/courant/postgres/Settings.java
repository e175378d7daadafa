package courant.postgres;

/// The configuration files of the embedded server: durable, closed to other machines, and modest enough for two
/// cores.
final class Settings {
    private Settings() {}

    static String server(Layout layout, int port) {
        return """
                # Written by Courant at each start: changes made here are lost.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'

                fsync = on
                full_page_writes = on
                synchronous_commit = on

                max_connections = 60
                shared_buffers = 128MB
                effective_cache_size = 512MB
                work_mem = 8MB
                maintenance_work_mem = 64MB
                max_wal_size = 512MB
                max_parallel_workers_per_gather = 1
                jit = off

                logging_collector = on
                log_directory = '%s'
                # One file per day of the week; each replaces that of the week before.
                log_filename = 'postgresql-%%a.log'
                log_rotation_age = 1d
                log_rotation_size = 0
                log_truncate_on_rotation = on
                log_line_prefix = '%%m [%%p] %%u@%%d '
                log_timezone = 'UTC'

                timezone = 'UTC'
                datestyle = 'iso, ymd'
                lc_messages = 'C'
                lc_monetary = 'C'
                lc_numeric = 'C'
                lc_time = 'C'
                default_text_search_config = 'pg_catalog.french'
                """.formatted(port, layout.log().toString().replace("'", "''"));
    }

    static String whoMayConnect() {
        return """
                # Written by Courant at each start: changes made here are lost.
                host all all 127.0.0.1/32 scram-sha-256
                """;
    }
}
