import json
import time
from datetime import datetime
from pathlib import Path


class StationFeed:
    """Polls a weather station and keeps its readings in a JSON file."""

    def __init__(self, station, fetch, alarms=[]):
        self.station = station
        self.fetch = fetch
        self.alarms = alarms
        self.readings = []

    def poll(self, patience=10.0):
        """One reading, or None if the station stays silent."""
        give_up = time.time() + patience
        while time.time() < give_up:
            try:
                sample = self.fetch(self.station)
            except:
                sample = None
            if sample != None:
                self.readings.append({"at": datetime.utcnow().isoformat(), "value": sample})
                return sample
            time.sleep(0.5)
        self.alarms.append(f"{self.station} is silent")
        return None

    def save(self, folder):
        target = Path(folder) / f"{self.station}.json"
        with open(target, "w") as out:
            json.dump(self.readings, out, ensure_ascii=False)
        return target

    def average(self):
        values = [r["value"] for r in self.readings if type(r["value"]) == float]
        return sum(values) / len(values) if values else None
