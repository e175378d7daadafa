package courant.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the web application.
@SpringBootApplication
public class Platform {
    public static void main(String[] arguments) {
        SpringApplication.run(Platform.class, arguments);
    }
}
