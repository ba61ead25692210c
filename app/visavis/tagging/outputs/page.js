"use strict";
// A click on a face, on a span or anywhere on a lane jumps the video there. A line on each lane shows where it is.
const video = document.querySelector("video");
const duration = Number(document.body.dataset.duration);
const marks = [...document.querySelectorAll(".now")];

function jump(seconds) {
  video.currentTime = Math.min(Math.max(seconds, 0), duration);
  const playing = video.play();
  if (playing) playing.catch(() => {});
}

for (const target of document.querySelectorAll("[data-at]")) {
  target.addEventListener("click", (event) => {
    event.stopPropagation();
    jump(Number(target.dataset.at));
  });
}
for (const lane of document.querySelectorAll(".lane")) {
  lane.addEventListener("click", (event) => {
    const place = lane.getBoundingClientRect();
    jump(((event.clientX - place.left) / place.width) * duration);
  });
}
video.addEventListener("timeupdate", () => {
  for (const mark of marks) mark.style.left = `${(100 * video.currentTime) / duration}%`;
});
video.addEventListener("error", () => {
  document.getElementById("unplayable").hidden = false;
});
