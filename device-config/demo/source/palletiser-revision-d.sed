# Turns revision C of the palletiser's manual into revision D, which the hub pushes in the demo.
s/PX200-SM Rev\. C/PX200-SM Rev. D/
s/Revision: C   Language: en   Applies to: PX-200, PX-220   Date: 2025-03-01/Revision: D   Language: en   Applies to: PX-200, PX-220   Date: 2026-06-15/
s/^\(<tr><td>C<td class="d">2025-03-01<td>.*\)$/\1\n<tr><td>D<td class="d">2026-06-15<td>Torque of the hoist motor mounting bolts raised. Replaces revision C./
s/Hoist motor mounting bolts<td>M10<td>dry<td>46<td>50/Hoist motor mounting bolts<td>M10<td>dry<td>52<td>56/
