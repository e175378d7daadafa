package courant.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.CssLinkResourceTransformer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

@Configuration
class WebConfiguration implements WebMvcConfigurer {
    private static final String[] ASSETS = {
        "classpath:/courant/platform/assets/",
        "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/",
        "classpath:/META-INF/resources/webjars/picocss__pico/2.1.1/css/"
    };

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/actifs/**")
                .addResourceLocations(ASSETS)
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addResolver(new OneSheet())
                .addTransformer(new CssLinkResourceTransformer());
        addFilms(registry);
    }

    private static void addFilms(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/films/**")
                .addResourceLocations("classpath:/courant/platform/videos/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(7)).cachePublic());
    }

    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    @Bean
    JteViewResolver jteViewResolver(TemplateEngine engine) {
        return new JteViewResolver(engine);
    }
}
