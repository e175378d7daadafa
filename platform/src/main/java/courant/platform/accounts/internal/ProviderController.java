package courant.platform.accounts.internal;

import courant.platform.accounts.Access;
import courant.platform.accounts.Person;
import courant.platform.accounts.internal.ProviderSignIn.Arrival;
import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import courant.platform.web.Requester;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Going to an organisation that vouches for people, and coming back. The way there is a link on a page of ours,
/// and the way back ends at a button: a form must not lead to another site (our headers forbid it), and nothing is
/// changed by opening an address. A script presses both at once.
@Controller
class ProviderController {
    private static final SecretCookie ASKED = new SecretCookie("courant_identite", IdentityStore.REQUEST_LIFE);

    private final Access access;
    private final AccountStore accounts;
    private final AccountChanges changes;
    private final AccountController account;
    private final Providers providers;
    private final ProviderSignIn protocol;
    private final SignIn signIn;
    private final SignInController door;

    ProviderController(
            Access access,
            AccountStore accounts,
            AccountChanges changes,
            AccountController account,
            Providers providers,
            ProviderSignIn protocol,
            SignIn signIn,
            SignInController door) {
        this.access = access;
        this.accounts = accounts;
        this.changes = changes;
        this.account = account;
        this.providers = providers;
        this.protocol = protocol;
        this.signIn = signIn;
        this.door = door;
    }

    @PostMapping("/connexion/fournisseur/{id}")
    String departToSignIn(
            @PathVariable String id,
            @RequestParam(name = "suite", defaultValue = "") String wanted,
            @ModelAttribute("page") Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Provider provider = provider(id);
        if (!accounts.mayTry("", Requester.hash(request, "sign-in"), "provider")) {
            return door.refuse(HttpStatus.TOO_MANY_REQUESTS, wanted, page.say("provider.too-often"), response, model);
        }
        return depart(provider, null, SignInController.inside(wanted), page, request, response, model)
                ? "accounts/departure"
                : door.refuse(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        wanted,
                        page.say("provider.away", provider.name()),
                        response,
                        model);
    }

    private Provider provider(String id) {
        return providers.find(id).orElseThrow(() -> new NotFoundException(id));
    }

    private boolean depart(
            Provider provider,
            @Nullable Long person,
            String wanted,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return protocol.depart(provider, person, wanted, page.inEnglish())
                .map(departure -> {
                    ASKED.give(departure.browser(), request, response);
                    model.addAttribute("provider", provider);
                    model.addAttribute("address", departure.address());
                    return departure;
                })
                .isPresent();
    }

    @PostMapping("/compte/identites/{id}")
    String departToAttach(
            @PathVariable String id,
            @ModelAttribute("page") Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Provider provider = provider(id);
        if (depart(provider, access.standing().person().id(), "", page, request, response, model)) {
            return "accounts/departure";
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        return account.account(model, "", page.say("provider.away", provider.name()));
    }

    @GetMapping("/connexion/fournisseur/{id}/retour")
    String comeBack(
            @PathVariable String id,
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(name = "state", defaultValue = "") String state,
            @ModelAttribute("page") Page page,
            HttpServletRequest request,
            Model model) {
        if (ProviderSignIn.leftInEnglish(state)
                && !page.inEnglish()
                && !page.otherLanguage().isEmpty()) {
            return "redirect:" + page.otherLanguage();
        }
        model.addAttribute("provider", provider(id));
        model.addAttribute("code", code);
        model.addAttribute("state", state);
        return "accounts/arrival";
    }

    @PostMapping("/connexion/fournisseur/{id}/retour")
    String arrive(
            @PathVariable String id,
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(name = "state", defaultValue = "") String state,
            @ModelAttribute("page") Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Provider provider = provider(id);
        Optional<Arrival> arrival =
                ASKED.secret(request).flatMap(browser -> protocol.arrive(provider, browser, code, state));
        ASKED.takeBack(request, response);
        if (arrival.isEmpty()) {
            return refuse(page.say("provider.refused", provider.name()), response, model);
        }
        Arrival arrived = arrival.get();
        Long attachTo = arrived.asked().account();
        return attachTo == null
                ? door.enter(
                        signIn.byIdentity(
                                arrived.identity(), provider.name(), page.words(), SignInController.device(request)),
                        arrived.asked().wanted(),
                        page.say("provider.unknown", provider.name()),
                        request,
                        response,
                        model)
                : attach(attachTo, arrived.identity(), provider, page, response, model);
    }

    /// Who is signed in stays so, and reads why on her own page.
    private String refuse(String reason, HttpServletResponse response, Model model) {
        if (Person.acting().isEmpty()) {
            return door.refuse(HttpStatus.BAD_REQUEST, "", reason, response, model);
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return account.account(model, "", reason);
    }

    /// Only for who asked: somebody else may have signed in in this browser since.
    private String attach(
            long asked, Identity identity, Provider provider, Page page, HttpServletResponse response, Model model) {
        Person person = access.standing().person();
        if (person.id() == asked && changes.attach(person, identity, provider.name(), page.words())) {
            return "redirect:/compte#identites";
        }
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return account.account(model, "", page.say("provider.taken", provider.name()));
    }

    @PostMapping("/compte/identites/{id:[0-9]{1,18}}/retrait")
    String remove(@PathVariable long id, @ModelAttribute("page") Page page) {
        changes.detach(access.standing().person(), id, page.words());
        return "redirect:/compte#identites";
    }
}
