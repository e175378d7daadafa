package courant.platform.editorial.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Pictures of the media library: added, put in better words, chosen, cited, taken away.
class MediaTest extends EditingTest {
    private ResultActions upload(byte[] file, String alternative) throws Exception {
        return site.perform(multipart("/admin/medias")
                .file(new MockMultipartFile("fichier", "Ma <photo>.png", "image/png", file))
                .param("texte-de-remplacement", alternative)
                .cookie(editor));
    }

    private static byte[] png(int width, int height) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", out);
        return out.toByteArray();
    }

    @Test
    void aPictureIsWrittenAnewInSeveralWidthsAndNeedsWords() throws Exception {
        upload(png(2000, 1000), " ").andExpect(status().isBadRequest());
        upload(png(2000, 1000), "Une borne dans la neige").andExpect(status().isSeeOther());
        String id = people.text("select max(id) from courant.media");
        assertThat(people.text(
                        "select string_agg(width::text, ',' order by width) from courant.media_size where media_id = "
                                + id))
                .isEqualTo("480,960,1600");
        byte[] small = site.perform(get("/medias/" + id + "/ma-photo?largeur=480"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(ImageIO.read(new java.io.ByteArrayInputStream(small)).getWidth())
                .isEqualTo(480);
    }

    @Test
    void aPictureThatIsTooGreatOrNoneIsRefused() throws Exception {
        upload(new byte[50 * 1024 * 1024], "Cinquante mégaoctets").andExpect(status().isBadRequest());
        upload(png(9000, 9000), "Une bombe de pixels").andExpect(status().isBadRequest());
        upload("GIF89a".getBytes(StandardCharsets.US_ASCII), "Un GIF").andExpect(status().isBadRequest());
    }

    /// @return its number
    private String picture(String alternative) throws Exception {
        upload(png(40, 20), alternative).andExpect(status().isSeeOther());
        return people.text("select max(id) from courant.media");
    }

    @Test
    void theWordsOfAPictureAreCorrected() throws Exception {
        String id = picture("Une bourne");
        String address = "/admin/medias/" + id;
        assertThat(people.page("/admin/medias", editor)).contains("href=\"" + address + "\"", "Utilisée nulle part.");
        String refused = body(site.perform(post(address).cookie(editor).param("texte-de-remplacement", " "))
                .andExpect(status().isBadRequest()));
        assertThat(refused).contains("href=\"#texte-de-remplacement\"", "Écrivez ce que l’image montre");
        site.perform(post(address).cookie(editor).param("texte-de-remplacement", "Une borne"))
                .andExpect(redirectedUrl(address + "?fait=corrige"));
        assertThat(people.page(address + "?fait=corrige", editor))
                .contains(
                        "role=\"status\">Ce que l’image montre est enregistré.",
                        "![Une borne](/medias/" + id + "/ma-photo)")
                .doesNotContain("bourne");
        assertThat(events(id)).isEqualTo("media.added,media.corrected");
        assertThat(people.status("/admin/medias/999999", editor)).isEqualTo(404);
    }

    private String events(String picture) throws Exception {
        return people.text("select string_agg(action, ',' order by id) from courant.audit_event where subject = 'media/"
                + picture + "'");
    }

    @Test
    void aPictureThatIsUsedNowhereIsRemovedOnceThatIsConfirmed() throws Exception {
        String id = picture("Une image de trop");
        String removal = "/admin/medias/" + id + "/retrait";
        assertThat(people.page(removal, editor))
                .contains("<form method=\"post\" action=\"" + removal + "\"", "retirée pour de bon");
        assertThat(people.page("/admin/medias?retiree=" + id, editor)).doesNotContain("role=\"status\"");
        site.perform(post(removal).cookie(editor)).andExpect(redirectedUrl("/admin/medias?retiree=" + id));
        assertThat(people.page("/admin/medias?retiree=" + id, editor))
                .contains("L’image n°\u00a0" + id + " est retirée.")
                .doesNotContain("Une image de trop");
        site.perform(get("/medias/" + id + "/ma-photo")).andExpect(status().isNotFound());
        assertThat(events(id)).isEqualTo("media.added,media.removed");
    }

    @Test
    void aPictureStaysWhileADraftAPublishedTextOrAnIssueShowsIt() throws Exception {
        String inDraft = picture("Pour un brouillon");
        String inNews = picture("Pour une nouvelle");
        String inIssue = picture("Pour l’infolettre");
        String draft = "/admin/textes/actualites/image-en-brouillon/fr";
        String news = "/admin/textes/actualites/image-publiee/fr";
        site.perform(news(draft, "0", "Une nouvelle en brouillon", "mobilite")
                        .param("champ-image", "/medias/" + inDraft + "/ma-photo | Une borne"))
                .andExpect(status().isSeeOther());
        site.perform(news(news + "/publication", "0", "Une nouvelle publiée", "mobilite")
                        .param("champ-image", "/medias/" + inNews + "/ma-photo | Une borne"))
                .andExpect(status().isSeeOther());
        site.perform(post("/admin/infolettre")
                        .cookie(editor)
                        .param("objet", "Un numéro en images")
                        .param("texte", "![Une borne](/medias/" + inIssue + "/ma-photo)"))
                .andExpect(status().isSeeOther());
        stays(inDraft, "<a href=\"" + draft + "\">Une nouvelle en brouillon</a>");
        stays(inNews, "<a href=\"" + news + "\">Une nouvelle publiée</a>");
        stays(inIssue, ">Un numéro en images</a>");
        site.perform(post(news + "/retrait").cookie(editor).param("retire", "true"));
        stays(inNews, "<a href=\"" + news + "\">Une nouvelle publiée</a>");
    }

    private void stays(String picture, String user) throws Exception {
        String removal = "/admin/medias/" + picture + "/retrait";
        assertThat(people.page("/admin/medias/" + picture, editor)).containsOnlyOnce(user);
        assertThat(people.page(removal, editor)).contains(user).doesNotContain("action=\"" + removal);
        String refused = body(site.perform(post(removal).cookie(editor)).andExpect(status().isConflict()));
        assertThat(refused).contains(user, "elle ne peut pas être retirée");
        site.perform(get("/medias/" + picture + "/ma-photo")).andExpect(status().isOk());
    }

    @Test
    void theMainPictureIsChosenAmongThoseOfTheLibraryOrSaidInOtherWords() throws Exception {
        String id = picture("L'école et sa borne");
        String address = "/admin/textes/actualites/image-choisie/fr";
        String line = "/medias/" + id + "/ma-photo | L’école et sa borne";
        String radio = "type=\"radio\" name=\"champ-image\" value=\"";
        assertThat(people.page(address, editor)).contains(radio + line + "\">", radio + "\" checked>");
        site.perform(news(address, "0", "Nouvelle en image", "mobilite").param("champ-image", line))
                .andExpect(status().isSeeOther());
        assertThat(people.page(address, editor))
                .containsOnlyOnce(radio + "/medias/" + id + "/")
                .contains(radio + line + "\" checked>");
        String other = "/medias/" + id + "/ma-photo | Une école";
        site.perform(news(address, base(address), "Nouvelle en image", "mobilite")
                        .param("champ-image", line)
                        .param("autre-champ-image", other))
                .andExpect(status().isSeeOther());
        assertThat(people.page(address, editor)).contains(radio + other + "\" checked>", radio + line + "\">");
        String wrong = body(site.perform(news(address, base(address), "Nouvelle en image", "mobilite")
                        .param("champ-image", line)
                        .param("autre-champ-image", "ma-photo.jpg"))
                .andExpect(status().isBadRequest()));
        assertThat(wrong)
                .contains("href=\"#champ-image\"", "name=\"autre-champ-image\" type=\"text\" value=\"ma-photo.jpg\"")
                .doesNotContain(radio + "ma-photo.jpg");
    }

    @Test
    void aDrawingLosesWhatCouldRun() throws Exception {
        upload("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="alert(1)"><script>alert(2)</script>
                <a href="javascript:alert(3)"><rect width="9" height="9"/></a><rect fill="url(http://x.test)" width="3" height="3"/>
                <foreignObject><b>x</b></foreignObject><style>@import url(http://x.test)</style></svg>
                """.getBytes(StandardCharsets.UTF_8), "Un carré").andExpect(status().isSeeOther());
        String id = people.text("select max(id) from courant.media");
        String drawing = site.perform(get("/medias/" + id + "/ma-photo"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(drawing)
                .contains("<rect")
                .doesNotContain("alert")
                .doesNotContain("x.test")
                .doesNotContain("foreignObject");
    }

    @Test
    void aTextOrAnIssueThatCitesAPictureTheLibraryDoesNotHaveIsRefusedAndKeptInTheForm() throws Exception {
        String address = "/admin/textes/actualites/image-absente/fr";
        String absent = "/medias/999999/ma-photo";
        String said = "L’image «\u00a0/medias/999999\u00a0» n’est pas, ou n’est plus, à la page Images.";
        for (String to : new String[] {address, address + "/publication", address + "/lien"}) {
            String inField = body(site.perform(news(to, "0", "Une image absente", "mobilite")
                            .param("champ-image", absent + " | Une borne"))
                    .andExpect(status().isBadRequest()));
            assertThat(inField).contains("href=\"#champ-image\"", said, "value=\"Une image absente\"");
        }
        String page = "/admin/textes/pages/accessibilite/fr";
        String inBody = body(save(page, base(page), "Accessibilité", "![Une borne](" + absent + ")")
                .andExpect(status().isBadRequest()));
        assertThat(inBody).contains("href=\"#texte\"", said, "![Une borne](" + absent + ")");
        String inIssue = body(site.perform(post("/admin/infolettre")
                        .cookie(editor)
                        .param("objet", "Un numéro sans image")
                        .param("texte", "![Une borne](" + absent + ")"))
                .andExpect(status().isBadRequest()));
        assertThat(inIssue).contains(said, "value=\"Un numéro sans image\"");
        assertThat(
                        people.text(
                                "select (select count(*) from courant.text_version where source like '%/medias/999999/%')"
                                        + " + (select count(*) from courant.newsletter_issue where body like '%/medias/999999/%')"))
                .isEqualTo("0");
    }

    @Test
    void anEarlierVersionIsADraftAgainEvenWhenItsPictureIsGone() throws Exception {
        String id = picture("Pour une version");
        String address = "/admin/textes/actualites/image-d-hier/fr";
        String with = "/medias/" + id + "/ma-photo | Une borne";
        site.perform(news(address, "0", "Avec image", "mobilite").param("champ-image", with))
                .andExpect(status().isSeeOther());
        String earlier = base(address);
        site.perform(news(address, earlier, "Sans image", "mobilite")).andExpect(status().isSeeOther());
        site.perform(post("/admin/medias/" + id + "/retrait").cookie(editor)).andExpect(status().isSeeOther());
        site.perform(post(address + "/versions/" + earlier + "/reprise").cookie(editor))
                .andExpect(status().isSeeOther());
        assertThat(people.page(address, editor)).contains("value=\"Avec image\"");
        site.perform(news(address + "/publication", base(address), "Avec image", "mobilite")
                        .param("champ-image", with))
                .andExpect(status().isBadRequest());
    }

    @Test
    void aPictureThatAnEditorIsAboutToCiteIsNotRemoved() throws Exception {
        String id = picture("Citée au même moment");
        int answer = meanwhile(
                "select 1 from courant.media where id = " + id + " for key share",
                "insert into courant.newsletter_issue (subject, body) values ('Au même moment', '![x](/medias/" + id
                        + "/ma-photo)')",
                post("/admin/medias/" + id + "/retrait").cookie(editor));
        assertThat(answer).isEqualTo(409);
        site.perform(get("/medias/" + id + "/ma-photo")).andExpect(status().isOk());
    }

    @Test
    void aPictureThatIsBeingRemovedIsNotCited() throws Exception {
        String id = picture("Retirée au même moment");
        String text = "/admin/textes/actualites/image-qui-part/fr";
        int answer = meanwhile(
                "select 1 from courant.media where id = " + id + " for update",
                "delete from courant.media where id = " + id,
                news(text, "0", "Une image qui part", "mobilite")
                        .param("champ-image", "/medias/" + id + "/ma-photo | Une borne"));
        assertThat(answer).isEqualTo(400);
    }

    /// What a request is answered that had to wait for somebody else's transaction, whose end came meanwhile.
    private int meanwhile(String hold, String then, MockHttpServletRequestBuilder request) throws Exception {
        try (Connection other = owner.open();
                Statement statement = other.createStatement();
                ExecutorService second = Executors.newSingleThreadExecutor()) {
            other.setAutoCommit(false);
            statement.execute(hold);
            Future<Integer> answer = second.submit(
                    () -> site.perform(request).andReturn().getResponse().getStatus());
            while (people.text("select count(*) from pg_locks where not granted")
                    .equals("0")) {
                assertThat(answer.isDone()).as("it waits").isFalse();
                Thread.sleep(20);
            }
            statement.execute(then);
            other.commit();
            return answer.get(20, TimeUnit.SECONDS);
        }
    }
}
