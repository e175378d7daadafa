package courant.platform.municipalities;

import courant.engine.climate.Municipality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The municipalities as dots, in a plane projection good enough for a glance: longitudes are shortened by the cosine
/// of the middle latitude. The few beyond the northern edge are in the list, which says the same in words.
///
/// @param others path of the dots of municipalities without a commitment, each a line of no length
/// @param engaged dots of those with one
/// @param width of the drawing
/// @param height of the drawing
public record DotMap(String others, List<Dot> engaged, int width, int height) {
    private static final double WEST = -80;
    private static final double EAST = -56.5;
    private static final double SOUTH = 44.8;
    private static final double NORTH = 53.5;
    private static final int WIDTH = 900;
    private static final double SCALE = WIDTH / (EAST - WEST);
    private static final double STRETCH = 1 / Math.cos(Math.toRadians(48));
    private static final int HEIGHT = (int) Math.round((NORTH - SOUTH) * SCALE * STRETCH);

    /// @param name and state, read out
    public record Dot(double x, double y, Municipality municipality, Commitments.State state) {}

    static DotMap of(List<Municipality> all, Map<String, Commitments.Deed> deeds) {
        StringBuilder others = new StringBuilder();
        List<Dot> engaged = new ArrayList<>();
        for (Municipality municipality : all) {
            Double latitude = municipality.latitude();
            Double longitude = municipality.longitude();
            if (latitude == null || longitude == null || latitude > NORTH) {
                continue;
            }
            double x = (longitude - WEST) * SCALE;
            double y = (NORTH - latitude) * SCALE * STRETCH;
            Commitments.Deed deed = deeds.get(municipality.code());
            if (deed != null && deed.state().holds()) {
                engaged.add(new Dot(x, y, municipality, deed.state()));
            } else {
                others.append('M')
                        .append(Math.round(x))
                        .append(' ')
                        .append(Math.round(y))
                        .append("h0");
            }
        }
        return new DotMap(others.toString(), engaged, WIDTH, HEIGHT);
    }
}
