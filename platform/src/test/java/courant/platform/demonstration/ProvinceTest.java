package courant.platform.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import courant.platform.SiteTest;
import org.junit.jupiter.api.Test;

/// The demonstration holds nothing that the site could not have made.
class ProvinceTest extends SiteTest {
    @Test
    void itsReportsAreOfTheDaysOfRenewals() throws Exception {
        String invented = """
                select count(*) from courant.progress_report p join courant.commitment c on c.id = p.commitment_id
                where p.reported_by is null""";
        assertThat(Integer.parseInt(people.text(invented))).isGreaterThan(20);
        assertThat(people.text(invented + " and p.reported_on not between c.session_date + interval '1 year'"
                        + " - interval '30 days' and least(c.session_date + interval '1 year', current_date)"))
                .isEqualTo("0");
        assertThat(people.text(invented + " and p.plan_adopted_on not between c.session_date and p.reported_on"))
                .isEqualTo("0");
    }
}
