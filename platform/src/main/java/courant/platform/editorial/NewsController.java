package courant.platform.editorial;

import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/// News: the list, the article with its neighbours, the feed.
@Controller
class NewsController {
    private final TextLibrary library;

    NewsController(TextLibrary library) {
        this.library = library;
    }

    @GetMapping("/actualites")
    String all(@ModelAttribute("page") Page page, Model model) {
        SequencedMap<Integer, List<Article>> years = new LinkedHashMap<>();
        for (Article article : library.articles(page.locale())) {
            years.computeIfAbsent(article.date().getYear(), year -> new ArrayList<>())
                    .add(article);
        }
        model.addAttribute("years", years);
        return "editorial/news";
    }

    @GetMapping("/actualites/{year:\\d{4}}/{slug}")
    String article(@PathVariable int year, @PathVariable String slug, @ModelAttribute("page") Page page, Model model) {
        Article article = library.article(year, slug, page.locale()).orElseThrow(() -> new NotFoundException(slug));
        List<Article> all = library.articles(page.locale());
        int place = all.indexOf(article);
        model.addAttribute("article", article);
        model.addAttribute("similar", library.similar(article, page.locale()));
        if (place + 1 < all.size()) {
            model.addAttribute("older", all.get(place + 1));
        }
        if (place > 0) {
            model.addAttribute("newer", all.get(place - 1));
        }
        return "editorial/article";
    }

    @GetMapping(path = "/actualites.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    @ResponseBody
    String feed(@ModelAttribute("page") Page page) {
        return new Feed(page).of(library.articles(page.locale()));
    }
}
