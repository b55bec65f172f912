academyFind.take("d3f4c5da4678","f-evidence",[["data","Figures given",0,"#%+"]]);
