academyFind.take("523454b42957","f-evidence",[["data","Figures given",0,"#%+"]]);
