/**
 * Moving pictures: frames of a camera or of a video file. OpenCV, which reads them, runs in a worker process only
 * ({@code vermeer.camera.capture}); this package asks it for one frame at a time, always the newest, and checks what comes.
 */
package vermeer.camera;
