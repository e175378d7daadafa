package courant.platform.editorial;

import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/// Questions and answers, by topic.
@Controller
class QuestionController {
    private final TextLibrary library;

    QuestionController(TextLibrary library) {
        this.library = library;
    }

    @GetMapping("/questions")
    String all(
            @RequestParam(name = "chantier", defaultValue = "") String workstream,
            @RequestParam(name = "theme", defaultValue = "") String topic,
            @ModelAttribute("page") Page page,
            Model model) {
        List<Question> all = library.questions(page.locale());
        List<Question> asked = all.stream()
                .filter(question ->
                        workstream.isEmpty() || question.workstreams().contains(workstream))
                .filter(question -> topic.isEmpty() || question.topic().equals(topic))
                .toList();
        Map<String, List<Question>> byTopic = new LinkedHashMap<>();
        for (String each : Question.TOPICS) {
            List<Question> ofTopic =
                    asked.stream().filter(q -> q.topic().equals(each)).toList();
            if (!ofTopic.isEmpty()) {
                byTopic.put(each, ofTopic);
            }
        }
        model.addAttribute(
                "text", library.page("questions", page.locale()).orElseThrow(() -> new NotFoundException("questions")));
        model.addAttribute("workstream", workstream);
        model.addAttribute("topic", topic);
        model.addAttribute("shown", asked.size());
        model.addAttribute("total", all.size());
        model.addAttribute("byTopic", byTopic);
        model.addAttribute(
                "workstreams",
                all.stream().flatMap(q -> q.workstreams().stream()).collect(Collectors.toCollection(TreeSet::new)));
        return "editorial/questions";
    }
}
