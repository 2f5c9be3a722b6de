package vermeer.data.inspection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vermeer.data.LabelledPicture;

/** Finds pictures that look the same from afar, every pair compared: 10,000 pictures are 50 million pairs, a second or so. */
final class NearDuplicates {
    private NearDuplicates() {}

    static List<DuplicateGroup> among(List<LabelledPicture> pictures, Map<String, PictureFacts> facts) {
        int count = pictures.size();
        PerceptualHash[] looks = new PerceptualHash[count];
        int[] leaders = new int[count];
        for (int i = 0; i < count; i++) {
            looks[i] = facts.get(pictures.get(i).key()).look();
            leaders[i] = i;
        }
        for (int one = 0; one < count; one++) {
            for (int other = one + 1; other < count; other++) {
                if (looks[one].near(looks[other])) {
                    leaders[leader(leaders, other)] = leader(leaders, one);
                }
            }
        }
        Map<Integer, List<LabelledPicture>> groups = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            groups.computeIfAbsent(leader(leaders, i), leader -> new ArrayList<>())
                    .add(pictures.get(i));
        }
        return groups.values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> new DuplicateGroup(false, group))
                .toList();
    }

    private static int leader(int[] leaders, int place) {
        int at = place;
        while (leaders[at] != at) {
            leaders[at] = leaders[leaders[at]];
            at = leaders[at];
        }
        return at;
    }
}
