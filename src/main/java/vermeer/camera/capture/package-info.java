/** Inside the camera worker only: OpenCV's natives, which find cameras and read frames. */
package vermeer.camera.capture;
