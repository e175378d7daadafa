package courant.platform.accounts.internal;

import courant.platform.accounts.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/// Names who acts to every transaction, so that row-level security knows whose rows to show.
@Component
class ActingPerson implements TransactionExecutionListener {
    private final JdbcClient database;

    ActingPerson(@Lazy JdbcClient database) {
        this.database = database;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null) {
            Person.acting()
                    .ifPresent(person -> database.sql("select set_config('courant.account', :id, true)")
                            .param("id", String.valueOf(person.id()))
                            .query(String.class)
                            .single());
        }
    }
}
