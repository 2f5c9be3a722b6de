package vermeer.ui.lab;

import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import vermeer.image.Picture;
import vermeer.ui.control.FxImage;

/** A picture as large as its room allows, in its own proportions, in the middle. */
class FittedPicture extends Region {
    private static final double LEAST = 60;

    private final ImageView view = new ImageView();

    FittedPicture() {
        getStyleClass().add("fitted-picture");
        view.setPreserveRatio(true);
        view.setSmooth(true);
        getChildren().add(view);
        setMinSize(LEAST, LEAST);
    }

    void show(Picture picture) {
        show(picture == null ? null : FxImage.image(picture));
    }

    void show(Image image) {
        view.setImage(image);
        requestLayout();
    }

    ImageView view() {
        return view;
    }

    /** The factor from the picture's pixels to the window's; 0 without a picture. */
    double scale() {
        Image image = view.getImage();
        return image == null ? 0 : Math.min(getWidth() / image.getWidth(), getHeight() / image.getHeight());
    }

    /** Height by width; 3 to 4 without a picture. */
    double proportion() {
        Image image = view.getImage();
        return image == null ? 0.75 : image.getHeight() / image.getWidth();
    }

    @Override
    protected void layoutChildren() {
        if (view.getImage() == null) {
            return;
        }
        double width = scale() * view.getImage().getWidth();
        double height = scale() * view.getImage().getHeight();
        view.setFitWidth(Math.max(1, width));
        view.setFitHeight(Math.max(1, height));
        view.relocate((getWidth() - width) / 2, (getHeight() - height) / 2);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 240;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 240;
    }
}
